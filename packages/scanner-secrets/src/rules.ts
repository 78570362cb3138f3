import type { Severity } from '@pawl/findings';

export interface Rule {
  readonly severity: Severity;
  /** What was found, in words of ours: secretlint's own message repeats the secret. */
  readonly message: string;
}

function critical(what: string): Rule {
  return { severity: 'critical', message: `${what} is written into the file.` };
}

function high(what: string): Rule {
  return { severity: 'high', message: `${what} is written into the file.` };
}

/**
 * Secretlint's recommended rules, by rule and message. Critical is what opens a cloud account, a data store, a code host or a
 * package registry; high is what opens one service.
 */
export const RULES: Readonly<Record<string, Rule>> = {
  '1password/OPS_TOKEN': critical('A token of a 1Password service account'),
  'anthropic/ANTHROPIC_API_KEY': high('An API key of Anthropic'),
  'aws/AWSAccessKeyID': high('An access key id of AWS'),
  'aws/AWSSecretAccessKey': critical('A secret access key of AWS'),
  'basicauth/BasicAuth': high('A password in an address'),
  'database-connection-string/MongoDBConnection': critical('The password of a MongoDB database'),
  'database-connection-string/MySQLConnection': critical('The password of a MySQL database'),
  'database-connection-string/PostgreSQLConnection': critical('The password of a PostgreSQL database'),
  'databricks/DATABRICKS_PERSONAL_ACCESS_TOKEN': critical('A token of Databricks'),
  'docker/DOCKER_PERSONAL_ACCESS_TOKEN': critical('A token of Docker'),
  'figma/FIGMA_PERSONAL_ACCESS_TOKEN': high('A token of Figma'),
  'gcp/PrivateKeyJSON': critical('The private key of a service account of Google Cloud'),
  'github/GITHUB_TOKEN': critical('A token of GitHub'),
  'gitlab/GITLAB_PERSONAL_ACCESS_TOKEN': critical('A token of GitLab'),
  'grafana/GRAFANA_CLOUD_API_TOKEN': high('A token of Grafana'),
  'grafana/GRAFANA_SERVICE_ACCOUNT_TOKEN': high('A token of Grafana'),
  'groq/GROQ_API_KEY': high('An API key of Groq'),
  'hashicorp-vault/HASHICORP_VAULT_BATCH_TOKEN': critical('A token of Vault'),
  'hashicorp-vault/HASHICORP_VAULT_RECOVERY_TOKEN': critical('A token of Vault'),
  'hashicorp-vault/HASHICORP_VAULT_SERVICE_TOKEN': critical('A token of Vault'),
  'huggingface/HUGGINGFACE_USER_ACCESS_TOKEN': high('A token of Hugging Face'),
  'linear/LINEAR_API_TOKEN': high('A token of Linear'),
  'notion/NOTION_INTEGRATION_TOKEN': high('A token of Notion'),
  'npm/NPM_ACCESS_TOKEN': critical('A token of npm'),
  'npm/Npmrc_authToken': critical('A token of an npm registry'),
  'npm/PackageJSON_xOauthToken': critical('A token of GitHub'),
  'openai/OPENAI_TOKEN': high('An API key of OpenAI'),
  'privatekey/PrivateKey': critical('A private key'),
  'sendgrid/SENDGRID_KEY': high('An API key of SendGrid'),
  'shopify/SHOPIFY_KEY': high('An API key of Shopify'),
  'slack/IncomingWebhook': high('A webhook of Slack'),
  'slack/SLACK_TOKEN': high('A token of Slack'),
  'vercel/VERCEL_AI_GATEWAY_API_KEY': high('An API key of Vercel'),
  'vercel/VERCEL_APP_ACCESS_TOKEN': high('A token of Vercel'),
  'vercel/VERCEL_APP_REFRESH_TOKEN': high('A token of Vercel'),
  'vercel/VERCEL_INTEGRATION_TOKEN': high('A token of Vercel'),
  'vercel/VERCEL_PERSONAL_ACCESS_TOKEN': high('A token of Vercel'),
};

/** Left out, with the reason. What is in neither table makes the file "not examined". */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'aws/AWSAccountID': 'twelve digits that open nothing',
  'gcp/PrivateKeyP12': 'reads the file from the disk, where it may be another one than the text under test',
  'filter-comments/IGNORE_MESSAGE': 'not a rule: it lets a comment in the file silence the others',
};
