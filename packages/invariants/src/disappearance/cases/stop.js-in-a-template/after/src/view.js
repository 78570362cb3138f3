export function greet(user) {
  open('greeting.html', user);
}
