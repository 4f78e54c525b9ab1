# What some tests need from the system; they skip, with a reason, without it. Sourced by run and full.

# Install Debian packages, where this is Debian and we may.
debian() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes \
    --no-install-recommends "$@" >/dev/null
}

# Chromium, a Japanese font and the tools to look into a PDF; axe-core goes into folder $1.
install_browser() {
  if ! command -v chromium >/dev/null || ! command -v pdftotext >/dev/null || [ -z "$(fc-list :lang=ja 2>/dev/null)" ]; then
    debian chromium fonts-noto-cjk poppler-utils fontconfig || return 1
  fi
  command -v npm >/dev/null || return 1
  npm install --silent --no-save --prefix "$1" axe-core >/dev/null || return 1
  export KPIKIT_AXE=$1/node_modules/axe-core/axe.min.js
}

# Firefox, and what drives it, into folder $1.
install_firefox() {
  command -v firefox-esr >/dev/null || command -v firefox >/dev/null || debian firefox-esr || return 1
  command -v npm >/dev/null || return 1
  npm install --silent --no-save --prefix "$1" puppeteer-core >/dev/null || return 1
  export KPIKIT_NODE_MODULES=$1/node_modules
}

install_office() { command -v soffice >/dev/null || debian libreoffice-calc libreoffice-writer; }

# What the page for a browser is made of, at the locked versions, into folder $2 by interpreter $1.
fetch_page_parts() {
  mkdir -p "$2"
  "$1" -c 'import sys
from pathlib import Path
from kpikit.page.parts import fetched, locked
for name, data in fetched(locked()).items():
    Path(sys.argv[1], name).write_bytes(data)' "$2" || return 1
  export KPIKIT_PAGE_PARTS=$2
}
