export function greet(user) {
  document.write('<b>' + user.name + '</b>');
}
