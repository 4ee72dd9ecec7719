const heading = document.createElement('h1');
heading.textContent = 'Tranche';
document.querySelector('#app')?.append(heading);
