{{/* Where one service writes, and what it is given to read. (list root name service) */}}
{{- define "rongcuo.mounts" -}}
{{- $name := index . 1 }}{{ $service := index . 2 }}
- {name: tmp, mountPath: /tmp}
- {name: settings, mountPath: /etc/rongcuo/rongcuo.yaml, subPath: rongcuo.yaml, readOnly: true}
- {name: broker, mountPath: /etc/rongcuo/broker, readOnly: true}
{{- if ne (toString $service.database) "false" }}
- {name: database, mountPath: /etc/rongcuo/database, readOnly: true}
{{- end }}
- {name: data, mountPath: /var/lib/rongcuo}
- {name: keys, mountPath: /var/lib/rongcuo-keys}
{{- if eq $name "documents" }}
- {name: letters, mountPath: /var/lib/rongcuo-letters}
- {name: letter-secret, mountPath: /etc/rongcuo/letters, readOnly: true}
{{- else if eq $name "determination" }}
- {name: sealing, mountPath: /var/lib/rongcuo-sealing}
{{- else if eq $name "vault" }}
- {name: vault, mountPath: /var/lib/rongcuo-vault}
{{- else if eq $name "county" }}
- {name: line, mountPath: /etc/rongcuo/line, readOnly: true}
{{- end }}
{{- end }}

{{- define "rongcuo.volumes" -}}
{{- $root := index . 0 }}{{ $name := index . 1 }}{{ $service := index . 2 }}{{ $release := $root.Release.Name }}
- name: tmp
  emptyDir: {sizeLimit: 512Mi}
- name: settings
  configMap: {name: {{ $release }}-settings}
- name: broker      # the certificate with which it comes to the broker
  secret: {secretName: {{ $release }}-broker-{{ $name }}-tls}
{{- if ne (toString $service.database) "false" }}
- name: database
  secret:
    secretName: {{ $release }}-postgres-ca
    items: [{key: ca.crt, path: ca.crt}]
{{- end }}
- name: data
  persistentVolumeClaim: {claimName: {{ $release }}-data}
- name: keys
  persistentVolumeClaim: {claimName: {{ $release }}-keys}
{{- if eq $name "documents" }}
- name: letters
  persistentVolumeClaim: {claimName: {{ $release }}-letters}
- name: letter-secret
  secret: {secretName: {{ $release }}-letter-secret}
{{- else if eq $name "determination" }}
- name: sealing
  persistentVolumeClaim: {claimName: {{ $release }}-sealing}
{{- else if eq $name "vault" }}
- name: vault
  persistentVolumeClaim: {claimName: {{ $release }}-vault}
{{- else if eq $name "county" }}
- name: line
  secret: {secretName: {{ $release }}-line}
{{- end }}
{{- end }}
