#!/bin/sh
# Runs a command of the assistant with the server's settings, as the account of the gateway and with
# the limits of a service: wellbeing report, wellbeing backup /var/lib/wellbeing/backup.db, ...
set -eu
exec systemd-run --quiet --collect --pipe --wait \
	--property=User=wellbeing-gateway --property=SupplementaryGroups=wellbeing --property=UMask=0007 \
	--property=EnvironmentFile=/etc/wellbeing/wellbeing.env \
	--property=EnvironmentFile=/etc/wellbeing/database.env \
	--property=EnvironmentFile=/etc/wellbeing/gateway.env \
	--setenv=WELLBEING_VAR_DIR=/var/lib/wellbeing \
	--property=NoNewPrivileges=yes --property=CapabilityBoundingSet= --property=PrivateTmp=yes \
	--property=ProtectSystem=strict --property=ProtectHome=yes \
	--property=ReadWritePaths=/var/lib/wellbeing --working-directory=/opt/wellbeing/current \
	/opt/wellbeing/current/.venv/app/bin/wellbeing "$@"
