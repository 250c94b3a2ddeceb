#!/usr/bin/env bash
# Adds a migration of the same name to both databases: src/Sessions.Migrations/add.sh NAME
set -euo pipefail
cd "$(dirname "$0")"
name=${1:?usage: add.sh NAME}
export PATH="$PATH:$HOME/.dotnet/tools"
command -v dotnet-ef >/dev/null || dotnet tool install -g dotnet-ef --version 10.0.15
dotnet build -v q -nologo
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project ../Sessions.Core --startup-project . \
    --context "${provider}SessionsDb" --output-dir "Data/$provider/Migrations" --namespace "Sessions.Data.$provider.Migrations"
done
