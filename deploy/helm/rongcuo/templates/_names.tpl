{{- define "rongcuo.labels" -}}
app.kubernetes.io/name: rongcuo
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "rongcuo.selector" -}}
app.kubernetes.io/name: rongcuo
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "rongcuo.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end }}

{{/* All services, as YAML: those of every node and those of the tree of nodes. */}}
{{- define "rongcuo.services" -}}
{{ merge (dict) .Values.services .Values.treeServices | toYaml }}
{{- end }}

{{/* What of the cluster a container may do: nothing. */}}
{{- define "rongcuo.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: {type: RuntimeDefault}
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{ toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "rongcuo.container" -}}
image: {{ include "rongcuo.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
resources: {{ toYaml .Values.resources | nindent 2 }}
{{- end }}

{{/* How one service finds its database and the broker; the passwords are its own Secrets'. (list root name service) */}}
{{- define "rongcuo.environment" -}}
{{- $root := index . 0 }}{{ $name := index . 1 }}{{ $service := index . 2 }}
- name: RONGCUO_CONFIG
  value: /etc/rongcuo/rongcuo.yaml
- name: BROKER_PASSWORD
  valueFrom:
    secretKeyRef: {name: {{ $root.Release.Name }}-broker-{{ $name }}, key: password}
- name: RONGCUO_BUS_URL
  value: amqps://{{ $name }}:$(BROKER_PASSWORD)@{{ $root.Release.Name }}-rabbitmq.{{ $root.Release.Namespace }}.svc:5671//?cacertfile=/etc/rongcuo/broker/ca.crt&certfile=/etc/rongcuo/broker/tls.crt&keyfile=/etc/rongcuo/broker/tls.key
{{- if ne (toString $service.database) "false" }}
- name: DATABASE_PASSWORD
  valueFrom:
    secretKeyRef: {name: {{ $root.Release.Name }}-database-{{ $name }}, key: password}
- name: RONGCUO_DATABASE_URL
  value: postgresql://rongcuo_{{ $name }}:$(DATABASE_PASSWORD)@{{ $root.Release.Name }}-postgres-rw.{{ $root.Release.Namespace }}.svc/rongcuo_{{ $name }}?sslmode=verify-full&sslrootcert=/etc/rongcuo/database/ca.crt
{{- end }}
{{- if eq $name "county" }}
- name: RONGCUO_UPLINK_URL       # amqps://county-530181:…@…:5671//?cacertfile=/etc/rongcuo/line/ca.crt&certfile=…&keyfile=…
  valueFrom:
    secretKeyRef: {name: {{ $root.Release.Name }}-line, key: url}
{{- end }}
{{- end }}
