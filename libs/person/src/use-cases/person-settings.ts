/** What an installation allows: provided by the service; the default suits everything but production. */
export class PersonSettings {
  /** @param allowTestNumbers NHS numbers beginning 999, which belong to nobody, may be used */
  constructor(readonly allowTestNumbers: boolean = process.env['NODE_ENV'] !== 'production') {}
}
