export default [{ ignores: ['dist/**'] }];
