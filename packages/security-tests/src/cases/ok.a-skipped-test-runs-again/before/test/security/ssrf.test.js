test.skip('does not fetch private addresses', async () => {
  await expect(preview('http://169.254.169.254/')).rejects.toThrow('private');
});
