// Makes each preview as high as what is in it.
for (const frame of document.querySelectorAll('iframe.app-preview')) {
  const fit = () => {
    const content = frame.contentDocument?.documentElement
    if (content) frame.style.height = `${Math.max(content.scrollHeight + 4, 100)}px`
  }
  frame.addEventListener('load', fit)
  fit()
}
