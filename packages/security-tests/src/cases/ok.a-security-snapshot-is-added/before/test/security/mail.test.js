test('escapes', () => { expect(mail('<')).toMatchSnapshot(); });
