export function reset(box) {
  box.innerHTML = '';
  box.innerHTML = '<ul>' + '<li></li>' + '<li></li>' + '</ul>';
  box.innerHTML = DOMPurify.sanitize(box.textContent);
  box.textContent = location.hash;
  document.write('<br>');
}
