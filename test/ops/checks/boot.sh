#!/bin/sh
# Boots the systemd of this machine with nothing but its base, on a copy of the file system in memory. Needs root, in new
# mount, process, cgroup, IPC and host name namespaces. $1 is an empty folder, $2 one that the copy has as /shared.
set -eu
mount --make-rprivate /
mount -t tmpfs tmpfs "$1"
mkdir "$1/upper" "$1/work" "$1/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root"
cd "$1/root"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount --rbind /dev dev
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs tmp
mkdir -p shared
mount --bind "$2" shared

# Of the units of this machine, only what basic.target needs.
rm -rf etc/systemd/system
mkdir -p etc/systemd/system
for unit in systemd-udevd systemd-udev-trigger systemd-sysctl; do
  ln -s /dev/null "etc/systemd/system/$unit.service"
done
printf '[Unit]\nRequires=basic.target\nAfter=basic.target\n' > etc/systemd/system/test.target

mkdir -p before
pivot_root . before
export container=test
exec /bin/sh -c 'umount -l /before && mount --make-rshared / && exec /lib/systemd/systemd --system --unit=test.target --log-target=journal --show-status=0' \
  < /dev/null > /shared/boot.log 2>&1
