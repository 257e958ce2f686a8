/** Rows in columns as wide as their widest cell; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, String(cell).length)));
  const line = (row: readonly (string | number)[]): string => row.map((cell, index) => {
    const width = widths[index] ?? 0;
    return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
  }).join('  ').trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}

/** Bytes in words of three digits. */
export function inBytes(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  let [value, unit] = [bytes, 0];
  for (; value >= 1024 && unit < units.length - 1; unit += 1) value /= 1024;
  return `${unit === 0 ? value : value.toPrecision(3)} ${units[unit] ?? ''}`;
}
