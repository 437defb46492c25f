/** Lengths are in characters (UTF-16 code units, as `String.length` counts them); longer is `invalid`. */
export const limits = {
  nameLength: 255,
  emailLength: 254,
  searchLength: 255,
  idLength: 128,
  cursorLength: 4096,
  pageSize: 100,
  defaultPageSize: 25,
  refreshIds: 100,
  fieldsPerRecord: 200,
  fieldTextLength: 32_000,
  domainLength: 253,
  /** A company and its domains fit into one transaction of Forge storage. */
  domainsPerCompany: 24,
  excludedDomains: 500,
  sectionsPerTemplate: 30,
  fieldsPerTemplate: 100,
  optionsPerField: 100,
  labelLength: 100,
  helpLength: 500,
  groupsPerRight: 50,
  projectsWithOwnSteps: 200,
  /** Records that a person changes in one go. */
  chosenRecords: 100,
} as const;
