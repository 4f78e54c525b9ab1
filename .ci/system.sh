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

install_office() { command -v soffice >/dev/null || debian libreoffice-calc libreoffice-writer; }
