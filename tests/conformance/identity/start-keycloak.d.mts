export interface KeycloakOptions {
  /** Any free port when left out. */
  readonly port?: number;
  readonly realmFile?: string;
  readonly usersFile?: string;
  /** Lines of the server's own log. */
  readonly log?: (line: string) => void;
  /** Values for the placeholders of the realm file, such as MASH_HUB_URL and MASH_HUB_CLIENT_SECRET. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningKeycloak {
  readonly port: number;
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Starts a real Keycloak with the project's realm and sample users, with nothing kept between starts. */
export function startKeycloak(options?: KeycloakOptions): Promise<RunningKeycloak>;
