export const octokit = new Octokit({ auth: '{{github}}' });
