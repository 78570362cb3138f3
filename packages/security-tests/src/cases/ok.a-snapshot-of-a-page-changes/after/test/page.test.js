test('renders', () => { expect(page()).toMatchSnapshot(); });
