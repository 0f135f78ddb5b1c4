// Warns before a browser in which nobody does anything is closed, and asks for more time. Without this script a sentence and a button do the same.
const warnIdle = (block) => {
  const limit = Number(block.dataset.townhallIdle) * 1000
  const warning = Number(block.dataset.warning) * 1000
  const { keep, token } = block.dataset
  const dialog = block.querySelector('dialog')
  const fallback = block.querySelector('[data-townhall-without-script]')
  if (!dialog?.showModal) return
  fallback.hidden = true
  // Whoever goes on in one tab is there for all.
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`townhall-idle ${keep}`) : null
  let end = Date.now() + limit
  let timer

  const leave = () => {
    // What is typed goes to the service, which keeps it with the answers.
    const form = document.querySelector('main form#question')
    if (!form) return window.location.reload()
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name: 'townhall-idle', value: 'yes' })
    form.append(field)
    form.submit()
  }
  const check = () => {
    clearTimeout(timer)
    const left = end - Date.now()
    if (left <= 0) return leave()
    if (left <= warning && !dialog.open) dialog.showModal()
    if (left > warning && dialog.open) dialog.close()
    timer = setTimeout(check, Math.min(left > warning ? left - warning : left, 2147483647))
  }
  const extend = () => {
    end = Date.now() + limit
    check()
  }
  const stay = async () => {
    const body = new URLSearchParams({ 'townhall-token': token, 'townhall-keep': 'yes' })
    try {
      // It is answered with the way to a page, which nobody needs.
      const { type } = await fetch(keep, { method: 'POST', body, redirect: 'manual' })
      if (type !== 'opaqueredirect') throw new Error(type)
      channel?.postMessage('here')
      extend()
    } catch {
      fallback.querySelector('button')?.click()
    }
  }
  channel?.addEventListener('message', extend)
  channel?.postMessage('here')
  block.querySelector('[data-townhall-stay]').addEventListener('click', stay)
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    stay()
  })
  // A machine that slept has missed its time.
  for (const event of ['pageshow', 'focus']) window.addEventListener(event, check)
  check()
}
document.querySelectorAll('[data-townhall-idle]').forEach(warnIdle)
