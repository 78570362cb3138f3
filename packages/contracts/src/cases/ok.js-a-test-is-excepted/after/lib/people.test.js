test('is there', async () => {
  expect((await fetch('http://localhost:3000/people/1')).status).toBe(200);
});
