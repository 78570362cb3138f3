export default [{ ignores: ['dist/**', 'src/server/**'] }];
