class A
{
#pragma warning disable CA2100
    object F(string q) => Run(q);
#pragma warning restore CA2100

    object G(string q) => Run(q);
}
