import { useDirectory } from '@mash/web-data-access';

export interface ReceivingParty { readonly organisation: string; readonly unit: string; readonly name: string }

/** Organisations of the hub, each with the unit at which things arrive. */
export function useReceivingParties(): readonly ReceivingParty[] {
  return useDirectory().organisations.flatMap(({ id, name, units }) => {
    const unit = units.find((each) => each.receivesRequests) ?? units[0];
    return unit === undefined ? [] : [{ organisation: id, unit: unit.unitId, name }];
  });
}
