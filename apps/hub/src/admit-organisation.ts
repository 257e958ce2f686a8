import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { allEventTypes } from '@mash/all-events';
import { OpenUnit, RegisterOrganisation, RegisterPractitioner, TakePost, directoryHandlers } from '@mash/directory';
import type { OrganisationCode } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, commandIdOf } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { OrganisationId, PractitionerId, UnitId } from '@mash/kernel';
import { Rejected } from '@mash/kernel';
import { ORGANISATION_KINDS, isCodeOf } from '@mash/law';
import { logVariables, openJournal, readEnvironment, systemClock, text } from '@mash/service';

const usage = `Lets an organisation in, with its first unit and its first administrator, who does the rest in the hub.

  npm run admit -- --organisation NAME --kind KIND --code SCHEME:VALUE --telephone NUMBER \\
                   --administrator NAME --subject ID

  --kind     one of ${Object.keys(ORGANISATION_KINDS).join(', ')}
  --code     for example GSS:E06000901, ODS:RCF, POLICE_FORCE:36, URN:991001; may be given more than once
  --subject  the administrator's id at the identity provider ("sub"); their user there carries the attribute
             "agency" with the organisation's id, which this prints

Run again with the same words it changes nothing.`;

@Module({})
class AdmissionModule {
  static with(journal: Journal): DynamicModule {
    return { module: AdmissionModule, imports: [CqrsModule.forRoot()], providers: [{ provide: Journal, useValue: journal }, ...directoryHandlers] };
  }
}

interface Admission {
  readonly organisation: string;
  readonly kind: keyof typeof ORGANISATION_KINDS;
  readonly codes: readonly OrganisationCode[];
  readonly telephone: string;
  readonly administrator: string;
  readonly subject: string;
}

const schemes: readonly OrganisationCode['scheme'][] = ['GSS', 'ODS', 'POLICE_FORCE', 'URN', 'CHARITY'];

function toCode(raw: string): OrganisationCode {
  const [name = '', value = ''] = raw.split(':');
  const scheme = schemes.find((each) => each === name);
  if (scheme === undefined || value === '') throw new RangeError(`"${raw}" is no code: write it as SCHEME:VALUE, for example GSS:E06000901.`);
  return { scheme, value };
}

/** Reads the command line; null when something is missing. */
function readAdmission(args: readonly string[]): Admission | null {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: {
    organisation: option, kind: option, code: { type: 'string', multiple: true }, telephone: option, administrator: option, subject: option,
  } });
  const { organisation, kind, telephone, administrator, subject } = values;
  if (!organisation || !kind || !isCodeOf(ORGANISATION_KINDS, kind) || !telephone || !administrator || !subject) return null;
  return { organisation, kind, codes: (values.code ?? []).map(toCode), telephone, administrator, subject };
}

/** Sends the four commands as the set-up process. Each one's identity follows from the words given. */
async function admit(bus: CommandBus, issuer: string, { organisation, kind, codes, telephone, administrator, subject }: Admission): Promise<string> {
  const context = (command: string): CommandContext => ({
    commandId: commandIdOf('set-up', organisation, command, subject), correlationId: commandIdOf('set-up', organisation, 'admit', subject),
    actor: { kind: 'process', process: 'set-up', agency: null },
  });
  const { id } = await bus.execute<RegisterOrganisation, Outcome>(new RegisterOrganisation(
    { name: organisation, kind, codes, publishedNumber: telephone, usesHub: true }, null, context('RegisterOrganisation')));
  const organisationId = id as OrganisationId;
  const unit = await bus.execute<OpenUnit, Outcome>(new OpenUnit({ organisationId, name: 'Administration', telephone, receivesRequests: false }, null, context('OpenUnit')));
  const person = await bus.execute<RegisterPractitioner, Outcome>(new RegisterPractitioner(
    { organisationId, name: administrator, account: { issuer, subject } }, null, context('RegisterPractitioner')));
  await bus.execute(new TakePost({
    practitionerId: person.id as PractitionerId, organisationId, unitId: unit.id as UnitId, title: 'Directory administrator', roles: ['directory-administrator'], from: systemClock.now(),
  }, null, context('TakePost')));
  return organisationId;
}

async function main(): Promise<number> {
  const admission = readAdmission(process.argv.slice(2));
  if (admission === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const environment = readEnvironment({ ...logVariables, issuer: text('MASH_ISSUER', 'It is the realm, for example https://keycloak.example.org/realms/mash.') }, { MASH_PORT: '0', ...process.env });
  const { journal, close } = openJournal(environment, allEventTypes);
  const app = await NestFactory.createApplicationContext(AdmissionModule.with(journal), { logger: false, abortOnError: false });
  try {
    process.stdout.write(`${await admit(app.get(CommandBus), environment.issuer, admission)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    for (const each of error.reasons) process.stderr.write(`${each.rule} ${each.code}: ${each.message} ${each.remedy}\n`);
    return 1;
  } finally {
    await app.close();
    await close();
  }
}

process.exitCode = await main();
