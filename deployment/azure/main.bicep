// LeadBot in a tenant's own Azure: a container app over PostgreSQL, its secrets in a key vault, and the bot's registration with
// Teams switched on. The bot is a managed identity, so it has no secret of its own.
//   az group create --name leadbot --location westeurope
//   az deployment group create --resource-group leadbot --template-file main.bicep --parameters image=REGISTRY/leadbot:TAG
targetScope = 'resourceGroup'

@description('The container image, made from deployment/Dockerfile.')
param image string

@description('Begins the name of everything that is made; lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'leadbot'

param location string = resourceGroup().location

@description('Instances that are always there, and the most there may be.')
@minValue(1)
@maxValue(25)
param leastInstances int = 2
@minValue(1)
@maxValue(25)
param mostInstances int = 4

@description('The password LeadBot opens its database with.')
@secure()
@minLength(16)
param databasePassword string

@description('Days a deleted secret or a day\'s database can be brought back.')
@minValue(7)
@maxValue(35)
param daysToRecover int = 14

var suffix = uniqueString(resourceGroup().id)
var databaseUser = 'leadbot'
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-bot'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: take('${name}-${suffix}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: daysToRecover
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: '${name}-${suffix}'
  location: location
  sku: { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' }
  properties: {
    version: '16'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: daysToRecover, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'ZoneRedundant' }
    network: { publicNetworkAccess: 'Enabled' }
  }

  resource leadbot 'databases' = {
    name: 'leadbot'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }

  // The range that Azure reads as "services within Azure"; for a private network use delegatedSubnetResourceId instead.
  resource fromAzure 'firewallRules' = {
    name: 'services-within-azure'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

resource connectionString 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'connection-string'
  properties: {
    value: 'Host=${database.properties.fullyQualifiedDomainName};Database=leadbot;Username=${databaseUser};Password=${databasePassword};SSL Mode=VerifyFull'
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
  }
}

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  dependsOn: [mayReadSecrets]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 8080, transport: 'auto', allowInsecure: false }
      secrets: [{ name: 'connection-string', keyVaultUrl: connectionString.properties.secretUri, identity: identity.id }]
    }
    template: {
      terminationGracePeriodSeconds: 60
      scale: { minReplicas: leastInstances, maxReplicas: mostInstances }
      containers: [
        {
          name: 'leadbot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'LeadBot__Database', value: 'postgres' }
            { name: 'ConnectionStrings__LeadBot', secretRef: 'connection-string' }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz/live', port: 8080 }, periodSeconds: 2, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/healthz/live', port: 8080 }, periodSeconds: 10, failureThreshold: 6 }
            { type: 'Readiness', httpGet: { path: '/healthz/ready', port: 8080 }, periodSeconds: 5, timeoutSeconds: 6, failureThreshold: 3 }
          ]
        }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'LeadBot'
    description: 'Lose sales quickly, and spend the time on deals that can be won.'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
  }
}

@description('For deployment/teams/pack.')
output microsoftAppId string = identity.properties.clientId
output messagingEndpoint string = bot.properties.endpoint
