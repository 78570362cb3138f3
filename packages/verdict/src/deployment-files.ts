/**
 * Files that say how code is run and who may reach it: images, clusters, servers, infrastructure, environments, switches. By
 * the whole path, in any case, because no tool that reads them minds. Samples are not run. No source code is among them.
 */
export const DEPLOYMENT: readonly RegExp[] = [
  // Images and what runs them.
  /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]*)?$/iu,
  /\.(?:dockerfile|containerfile)$/iu,
  /(?:^|\/)(?:docker-)?compose(?:[._-][^/]*)?\.ya?ml$/iu,
  /\.(?:service|socket)$/iu,
  // Kubernetes; a manifest elsewhere is known by what it says.
  /(?:^|\/)(?:k8s|kubernetes|kustomize|helm|helmfile)\/(?:[^/]*\/)*[^/]*\.(?:ya?ml|json|tpl|gotmpl)$/iu,
  /(?:^|\/)(?:kustomization|Chart|values(?:[._-][^/]*)?|helmfile)\.ya?ml$/iu,
  // Servers in front of the code.
  /(?:^|\/)nginx(?:[._-][^/]*)?\.conf(?:\.(?:template|j2|tmpl))?$/iu,
  /(?:^|\/)(?:nginx|apache2?|httpd|haproxy)\/(?:[^/]*\/)*[^/]*\.(?:conf|cfg)(?:\.(?:template|j2|tmpl))?$/iu,
  /(?:^|\/)(?:sites-(?:available|enabled)\/[^/]+|(?:httpd|apache2?)\.conf|haproxy\.cfg|\.htaccess|Caddyfile|web\.config)$/iu,
  /(?:^|\/)(?:traefik|envoy)(?:[._-][^/]*)?\.(?:ya?ml|toml)$/iu,
  // Infrastructure as code.
  /\.(?:tf|tofu|tfvars|hcl|bicep)(?:\.json)?$/iu,
  /(?:^|\/)(?:serverless|samconfig|cloudformation|render|fly|Pulumi(?:\.[^/]*)?)\.(?:ya?ml|json|toml)$/iu,
  /(?:^|\/)(?:vercel|netlify|firebase)\.(?:json|toml)$/iu,
  /(?:^|\/)(?:firestore|storage|database)\.rules(?:\.json)?$/iu,
  // Environments.
  /(?:^|\/)(?:[^/]+\.env|\.env(?:rc|\.(?!(?:[^/]*\.)?(?:example|sample|template|dist|schema)$)[^/]*)?)$/iu,
  // Switches.
  /(?:^|\/)(?:feature[._-]?)?(?:flags?|toggles?)(?:[._-][^/]*)?\.(?:json5?|jsonc|ya?ml|toml)$/iu,
  /(?:^|\/)feature[._-]?(?:flags?|toggles?)\/(?:[^/]*\/)*[^/]*\.(?:json5?|jsonc|ya?ml|toml)$/iu,
  /\.flagd\.(?:json|ya?ml)$/iu,
];
