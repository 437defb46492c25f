export const checks: Record<string, { title: string; run: (accounts?: number) => Promise<string[]> }> = {};
