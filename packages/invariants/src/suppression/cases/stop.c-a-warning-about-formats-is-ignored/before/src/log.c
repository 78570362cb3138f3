void say(const char *text)
{
    printf("%s", text);
}
