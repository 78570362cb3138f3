export function Page({ user, items }: Props) {
  if (!user) return null;
  const rows = items.map((item) => <Row key={item.id} item={item} />);
  return <Table>{rows}</Table>;
}
