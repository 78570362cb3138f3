function showTab() {
  const name = decodeURIComponent(location.hash.slice(1));
  document.querySelector('#title').innerHTML = name;
}

window.addEventListener('hashchange', showTab);
