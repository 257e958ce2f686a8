#!/usr/bin/env bash
# Certificates for a trial on one machine: an authority of its own, a node of the event store, a sign-in server.
# An organisation that has an authority of its own puts files of the same names into the same folders instead.
#
#   certificates.sh DIR     writes DIR/authority (ca.crt, ca.key), DIR/event-store and DIR/keycloak (tls.crt, tls.key, ca/ca.crt)
#                           and DIR/trusted/ca.crt, which is all that the services are shown
set -euo pipefail
dir=${1:?the folder for the certificates}
umask 077
mkdir -p "$dir"/authority "$dir"/event-store/ca "$dir"/keycloak/ca "$dir"/trusted

if [ ! -s "$dir/authority/ca.crt" ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 1825 -subj "/O=mash trial/CN=mash trial authority" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout "$dir/authority/ca.key" -out "$dir/authority/ca.crt"
fi

# issue FOLDER COMMON-NAME ALTERNATIVE-NAMES
issue() {
  [ ! -s "$dir/$1/tls.crt" ] || return 0
  openssl req -newkey rsa:3072 -nodes -subj "/O=mash trial/CN=$2" -keyout "$dir/$1/tls.key" -out "$dir/$1/request.csr"
  openssl x509 -req -in "$dir/$1/request.csr" -CA "$dir/authority/ca.crt" -CAkey "$dir/authority/ca.key" -CAcreateserial -days 825 \
    -extfile <(printf 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=%s\n' "$3") \
    -out "$dir/$1/tls.crt"
  rm "$dir/$1/request.csr"
}

# Nodes of the event store know each other by this common name, so nothing else may bear it.
issue event-store eventstoredb-node "DNS:event-store,DNS:localhost,IP:127.0.0.1"
issue keycloak keycloak.localhost "DNS:keycloak.localhost,DNS:localhost,IP:127.0.0.1"

for folder in event-store/ca keycloak/ca trusted; do cp "$dir/authority/ca.crt" "$dir/$folder/ca.crt"; done
chmod 755 "$dir" "$dir/trusted" && chmod 644 "$dir/trusted/ca.crt"
# Both servers run as user 1000 in their images; only in a container may we give files away.
if [ "$(id -u)" -eq 0 ]; then chown -R 1000:1000 "$dir/event-store" "$dir/keycloak"; fi
