/**
 * Stands in for `@atlaskit/feature-gate-js-client`: every gate is closed and every experiment has its default value, which
 * is also what the real client answers when it was never initialised. The real one reaches out to a remote service.
 */
const featureGates = {
  initializeCompleted: () => false,
  checkGate: () => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, defaultValue: T): T => defaultValue,
  getExperiment: () => ({ get: <T>(_parameter: string, defaultValue: T): T => defaultValue }),
};

export default featureGates;
