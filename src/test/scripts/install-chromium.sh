#!/usr/bin/env bash
# Installs Chromium (Debian), which ConsoleBrowserIT drives. Without it that test is skipped, or fails
# where BROWSER_TESTS is "required".
set -euo pipefail
for browser in "${CHROMIUM:-chromium}" chromium-browser google-chrome; do
  if command -v "$browser" > /dev/null; then
    exit 0
  fi
done
if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
  echo "Install the package chromium to have ConsoleBrowserIT run." >&2
  exit 0
fi
apt-get update -qq -o Acquire::Retries=3
DEBIAN_FRONTEND=noninteractive apt-get install -o Acquire::Retries=3 -y -qq --no-install-recommends chromium > /dev/null
