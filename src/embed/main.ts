import '@fontsource/arimo/latin-400.css';
import '@fontsource/arimo/latin-700.css';
import '@fontsource/arimo/latin-ext-400.css';
import '@fontsource/arimo/latin-ext-700.css';
import '../parts/theme.css';
import '../parts/page.css';
import './embed.css';
import { mount } from 'svelte';
import { Host } from './host.svelte.ts';
import Page from './Page.svelte';
import { readRequest } from './request.ts';

const target = document.getElementById('embed');
if (!target) throw new Error('the page has no place for the chart');

const request = readRequest(location.hash.slice(1));
const host = new Host(request.height, request.theme);
host.listen();
mount(Page, { target, props: { request, host } });
