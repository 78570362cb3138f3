#pragma warning disable CA2100
class A
{
    object F(string q) => Run(q);

    object G(string q) => Run(q);
}
#pragma warning restore CA2100
