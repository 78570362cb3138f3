static char *file_for(const char *root, const char *uri)
{
	char *path;

	if (uri[0] != '/')
		return NULL;

	path = malloc(strlen(root) + strlen(uri) + 1);
	if (!path)
		return NULL;
	strcpy(path, root);
	strcat(path, uri);
	return path;
}
