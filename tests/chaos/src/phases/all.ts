import { fullDisk } from './full-disk.js';
import { load } from './load.js';
import { network } from './network.js';
import { nodeKills } from './node-kills.js';
import { pauses } from './pauses.js';
import type { Phase } from './phase.js';
import { postgresStops } from './postgres-stops.js';
import { projectorKills } from './projector-kills.js';
import { size } from './size.js';
import { skew } from './skew.js';
import { writerKills } from './writer-kills.js';

/** In this order; each stands alone. */
export const phases: readonly Phase[] = [nodeKills, postgresStops, projectorKills, writerKills, pauses, fullDisk, network, skew, load, size];
