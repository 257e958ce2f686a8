import { SetMetadata } from '@nestjs/common';
import type { CustomDecorator } from '@nestjs/common';
import type { Permission } from '@mash/access-policy';

export const permitKey = 'mash:permit';

/** Names the permission that a query, mutation or subscription needs. One without it stops the service at start. */
export const Permit = (permission: Permission): CustomDecorator => SetMetadata(permitKey, permission);
