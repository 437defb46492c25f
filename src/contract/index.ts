export * from './contact';
export * from './functions';
export * from './limits';
export * from './result';
export * from './schemas';
export * from './sync';
