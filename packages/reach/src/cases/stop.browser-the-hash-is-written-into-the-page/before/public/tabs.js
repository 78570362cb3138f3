function showTab() {
  const name = decodeURIComponent(location.hash.slice(1));
  document.querySelector('#title').textContent = name;
}

window.addEventListener('hashchange', showTab);
