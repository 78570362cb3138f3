export function Page({ user, items }: Props) {
  const rows = items.map((item) => <Row key={item.id} item={item} />);
  return user ? <Table>{rows}</Table> : null;
}
