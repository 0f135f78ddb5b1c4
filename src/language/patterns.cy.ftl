# What whole pages say by themselves, in Welsh.

townhall-start-now = Dechrau nawr
townhall-change = Newid
townhall-remove = Dileu
townhall-not-provided = Heb ei ddarparu
townhall-check-answers = Gwiriwch eich atebion cyn i chi eu hanfon
townhall-send-your-answers = Anfon eich atebion
townhall-accept-and-send = Derbyn ac anfon
townhall-confirm-and-send = Cadarnhau ac anfon
townhall-answers-missing = Mae rhai atebion ar goll. Dilynwch y dolenni uchod i’w rhoi, yna dewch yn ôl i’r dudalen hon.
townhall-answer-question = Atebwch ‘{ $question }’
townhall-your-reference = Eich cyfeirnod
townhall-what-happens-next = Beth fydd yn digwydd nesaf
townhall-keep-a-record = Gallwch argraffu’r dudalen hon, neu ei chadw, i gael cofnod.
townhall-feedback-link = Beth oedd eich barn am y gwasanaeth hwn?
townhall-feedback-time = (mae’n cymryd 30 eiliad)
townhall-view-confirmation = Gweld eich cadarnhad
townhall-start-again = Dechrau eto
    .body = Byddwch yn mynd i ddechrau’r gwasanaeth. Ni fyddwn yn dileu atebion nad ydych wedi’u hanfon.

townhall-not-found = Heb ddod o hyd i’r dudalen
    .body =
        Os gwnaethoch deipio’r cyfeiriad gwe, gwiriwch ei fod yn gywir. Os gwnaethoch ei ludo, gwiriwch fod y cyfan yno.

        Os gwnaethoch ddilyn dolen, efallai fod y dudalen wedi symud. Ewch yn ôl i ddechrau’r gwasanaeth i ddod o hyd iddi.
townhall-problem = Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth
    .body = Rhowch gynnig arall arni yn nes ymlaen.
    .not-saved = Nid oeddem yn gallu cadw’r hyn y gwnaethoch ei deipio. Mae’n dal ar y dudalen hon. Arhoswch ychydig, yna dewiswch y botwm eto.
townhall-answers-kept = Rydym wedi cadw’r atebion y gwnaethoch eu rhoi o’r blaen. Gallwch fynd ymlaen o’r lle yr oeddech.
townhall-session-ended = Mae eich sesiwn wedi dod i ben
    .body =
        Rydym yn dileu atebion nad oes neb wedi dod yn ôl atynt ers tro, er mwyn eu cadw’n breifat.

        I ddefnyddio’r gwasanaeth, mae angen i chi ddechrau eto.
townhall-refused = Ni allem dderbyn yr hyn y gwnaethoch ei anfon
    .body =
        Ni ddaeth o dudalen o’r gwasanaeth hwn.

        Ewch i ddechrau’r gwasanaeth, a’i ddefnyddio oddi yno. Mae’r atebion a roesoch o’r blaen yn ddiogel.
townhall-cookies-needed = Galluogwch gwcis i ddefnyddio’r gwasanaeth hwn
    .body =
        Mae’r gwasanaeth yn defnyddio cwci i gofio eich atebion o un dudalen i’r llall. Hebddo byddem yn eu colli.

        Galluogwch gwcis yng ngosodiadau eich porwr, yna dechreuwch eto.
    .again = Mae’r gwasanaeth yn defnyddio cwci i gofio eich atebion. Galluogwch gwcis yng ngosodiadau eich porwr, yna dewiswch y botwm eto. Mae’r hyn y gwnaethoch ei deipio ar y dudalen hon o hyd.
townhall-unreadable = Ni allem ddarllen yr hyn y gwnaethoch ei anfon
    .body =
        Ni wnaeth rhan ohono ein cyrraedd.

        Ewch yn ôl, gwiriwch yr hyn y gwnaethoch ei deipio, ac anfonwch ef eto.
townhall-too-large = Mae’r hyn y gwnaethoch ei anfon yn rhy fawr
    .body = Ewch yn ôl, byrhewch atebion hir neu dewiswch ffeiliau llai, ac anfonwch ef eto.
townhall-already-sent = Rydych eisoes wedi anfon eich atebion
    .body = Maen nhw gennym. Nid oes angen i chi eu hanfon eto.
townhall-answers-changed = Mae’r gwasanaeth wedi newid ers i chi fod yma ddiwethaf
    .body = Mae angen rhai o’ch atebion arnom eto. Maen nhw wedi’u nodi fel rhai sydd ar goll pan fyddwch yn gwirio eich atebion.

townhall-unavailable = Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael
    .later = Byddwch yn gallu defnyddio’r gwasanaeth yn nes ymlaen.
    .until = Byddwch yn gallu defnyddio’r gwasanaeth eto: { $time }.
townhall-closed = Mae’r gwasanaeth ar gau
    .opens = Bydd y gwasanaeth yn agor: { $time }.
    .since = Caeodd y gwasanaeth: { $time }.
    .for-good = Ni fydd yn agor eto.

townhall-task-completed = Wedi cwblhau
townhall-task-not-started = Heb ddechrau eto
townhall-task-in-progress = Ar y gweill
townhall-task-cannot-start-yet = Ni allwch ddechrau eto

townhall-another-missing = Dewiswch ‘Ie’ os ydych am ychwanegu un arall
townhall-remove-missing = Dewiswch ‘Ie’ os ydych am ei ddileu

townhall-save = Cadw a dod yn ôl yn nes ymlaen
townhall-saved = Mae eich atebion wedi’u cadw
    .body =
        I ddod yn ôl atynt, mae angen eich cyfeirnod a’ch cyfrinach arnoch. Ysgrifennwch y ddau, neu cadwch y dudalen hon. Ni allwn ddweud y gyfrinach wrthych eto.

        Peidiwch â’u rhoi i neb: maen nhw’n agor eich atebion.
    .again = I ddod yn ôl atynt, mae angen eich cyfeirnod arnoch, a’r gyfrinach a ddangoswyd i chi pan wnaethoch eu cadw gyntaf. Ni allwn ei dangos eto. Os nad yw gennych, gallwch gael cyfrinach newydd: ni fydd yr un flaenorol yn gweithio mwyach.
    .new-secret = Cael cyfrinach newydd
    .reference = Eich cyfeirnod
    .secret = Eich cyfrinach
    .until = Byddwn yn dileu eich atebion ar { $date } oni bai eich bod yn cadw ateb arall cyn hynny.
    .link = Dod yn ôl at eich atebion
    .go-on = Mynd ymlaen nawr
townhall-return = Dod yn ôl at eich atebion
townhall-return-reference = Cyfeirnod
    .hint = Mae ganddo 10 o lythrennau a rhifau, er enghraifft AB-2345-6789
    .it = eich cyfeirnod
townhall-return-secret = Cyfrinach
    .hint = Mae ganddi 16 o lythrennau a rhifau
    .it = eich cyfrinach
    .error-not-found = Nid oes gennym atebion ar gyfer y cyfeirnod a’r gyfrinach hyn. Gwiriwch y ddau. Mae atebion nad oes neb yn dod yn ôl atynt yn cael eu dileu
townhall-expiring = Byddwn yn dileu eich atebion ar { $date }
    .body = Os oes angen mwy o amser arnoch, gallwn eu cadw am fwy o amser.
    .button = Cadw fy atebion

townhall-another-application = Dechrau cais newydd
townhall-send-again = Gwiriwch y dudalen hon, yna anfonwch hi eto
    .body = Roedd y dudalen ar agor am amser hir, neu roedd y gwasanaeth ar agor mewn tab arall hefyd. Felly nid ydym wedi cadw dim ohoni eto. Mae’r hyn y gwnaethoch ei deipio yma o hyd.
townhall-signed-in-again = Rydych wedi mewngofnodi eto
    .body = Nid ydym wedi cadw’r hyn y gwnaethoch ei deipio cyn hynny. Mae ar y dudalen hon o hyd. Gwiriwch ef, yna dewiswch y botwm eto.

townhall-idle =
    { $minutes ->
        [two] Os na fyddwch yn gwneud dim am 2 funud, byddwn yn cau eich atebion i’w cadw’n breifat.
       *[other] Os na fyddwch yn gwneud dim am { $minutes } munud, byddwn yn cau eich atebion i’w cadw’n breifat.
    }
    .saved = Gallwch eu hagor eto gyda’ch cyfeirnod a’ch cyfrinach.
    .not-saved = I allu eu hagor eto, dewiswch ‘Cadw a dod yn ôl yn nes ymlaen’ cyn hynny.
    .lost = Byddai’n rhaid i chi ddechrau eto.
    .more = Mae angen mwy o amser arnaf
    .title = Ydych chi yno o hyd?
    .stay = Ydw, rwyf yma o hyd
townhall-idle-soon =
    { $minutes ->
        [two] Byddwn yn cau eich atebion ymhen 2 funud, i’w cadw’n breifat.
       *[other] Byddwn yn cau eich atebion ymhen { $minutes } munud, i’w cadw’n breifat.
    }
townhall-timed-out = Rydym wedi cau eich atebion i’w cadw’n breifat
    .old = Roeddent ar agor am amser hir iawn.
    .return = Os gwnaethoch gadw eich atebion, gallwch eu hagor eto gyda’ch cyfeirnod a’ch cyfrinach. Mae’r hyn y gwnaethoch ei deipio ddiwethaf yno hefyd.
    .lost = Mae angen i chi ddechrau eto.
townhall-timed-out-idle =
    { $minutes ->
        [two] Ni wnaed dim am 2 funud.
       *[other] Ni wnaed dim am { $minutes } munud.
    }

townhall-leave = Gadael y gwasanaeth hwn
    .why = Os yw pobl eraill yn defnyddio’r ddyfais hon, gadewch y gwasanaeth. Wedyn ni all neb weld eich atebion arni heb eich cyfeirnod a’ch cyfrinach.
townhall-left = Rydych wedi gadael y gwasanaeth
    .body =
        Mae eich atebion wedi’u cadw. I ddod yn ôl atynt, mae angen eich cyfeirnod a’ch cyfrinach arnoch.

        Os yw pobl eraill yn defnyddio’r ddyfais hon, caewch y porwr hefyd.
townhall-replace = Mae atebion eraill yn y porwr hwn
    .body = Nid ydych wedi’u hanfon, nac wedi’u cadw i ddod yn ôl atynt. Os byddwch yn agor yr atebion a gadwyd gennych, byddwn yn dileu’r rhai sydd yma nawr.
    .saved = Nid ydych wedi’u hanfon. Os byddwch yn agor yr atebion a gadwyd gennych, gallwch ddod yn ôl at y rhai sydd yma nawr gyda’u cyfeirnod a’u cyfrinach eu hunain.
    .open = Agor yr atebion a gadwyd gennyf
    .stay = Mynd ymlaen â’r atebion yn y porwr hwn
townhall-choose-answers = Pa atebion ydych chi am eu defnyddio?
    .body = Mae gennych atebion yn eich cyfrif, a rhoesoch rai eraill yn y porwr hwn cyn i chi fewngofnodi. Byddwn yn dileu’r rhai na fyddwch yn eu dewis.
    .person = Defnyddio’r atebion yn fy nghyfrif
    .browser = Defnyddio’r atebion yn y porwr hwn

townhall-cookies = Cwcis
    .body = Ffeiliau bach y mae gwefan yn eu cadw ar eich ffôn, eich llechen neu eich cyfrifiadur yw cwcis. Mae’r dudalen hon yn dweud pa rai y mae’r gwasanaeth hwn yn eu defnyddio.
townhall-cookies-on = Cwcis: { $service }
townhall-cookies-essential = Rydym yn defnyddio cwcis hanfodol i wneud i’r gwasanaeth hwn weithio.
townhall-cookies-additional = Hoffem hefyd ddefnyddio cwcis ychwanegol, i ddeall sut mae pobl yn defnyddio’r gwasanaeth ac i’w wella.
townhall-cookies-accept = Derbyn cwcis ychwanegol
townhall-cookies-reject = Gwrthod cwcis ychwanegol
townhall-cookies-view = Gweld cwcis
townhall-cookies-hide = Cuddio’r neges am gwcis
townhall-cookies-accepted = Rydych wedi derbyn cwcis ychwanegol. Gallwch
    .link = newid eich gosodiadau cwcis
    .after = { " " }unrhyw bryd.
townhall-cookies-rejected = Rydych wedi gwrthod cwcis ychwanegol. Gallwch
    .link = newid eich gosodiadau cwcis
    .after = { " " }unrhyw bryd.
townhall-cookies-saved = Mae eich gosodiadau cwcis wedi’u cadw
townhall-cookies-question = Ydych chi am dderbyn cwcis ychwanegol?
townhall-cookies-save = Cadw gosodiadau cwcis
townhall-cookies-essential-heading = Cwcis hanfodol
    .body = Nid yw’r gwasanaeth yn gweithio hebddynt.
townhall-cookies-additional-heading = Cwcis ychwanegol
    .body = Os ydych yn cytuno, maen nhw’n ein helpu i weld beth i’w wella.
townhall-cookie-name = Enw
townhall-cookie-purpose = Pwrpas
townhall-cookie-expires = Yn dod i ben
townhall-cookie-session = Cofio pa atebion yw eich rhai chi
    .expires = Pan fyddwch yn cau eich porwr
townhall-cookie-language = Cofio eich iaith
    .expires = Ar ôl 1 flwyddyn
townhall-cookie-choice = Cofio eich gosodiadau cwcis
    .expires = Ar ôl 1 flwyddyn

townhall-feedback = Rhoi adborth ar y gwasanaeth hwn
townhall-feedback-satisfaction = Yn gyffredinol, sut oeddech chi’n teimlo am y gwasanaeth?
    .option-very-satisfied = Bodlon iawn
    .option-satisfied = Bodlon
    .option-neither = Ddim yn fodlon nac yn anfodlon
    .option-dissatisfied = Anfodlon
    .option-very-dissatisfied = Anfodlon iawn
townhall-feedback-improve = Sut gallem wella’r gwasanaeth?
    .hint = Peidiwch â chynnwys gwybodaeth bersonol nac ariannol, fel eich rhif Yswiriant Gwladol
    .it = eich ateb
townhall-feedback-send = Anfon adborth
townhall-feedback-thanks = Diolch am eich adborth
    .body = Rydym yn darllen yr hyn y mae pobl yn ei ddweud wrthym, ac yn ei ddefnyddio i wella’r gwasanaeth.

townhall-security-code = Edrychwch ar eich ffôn
    .body = Rydym wedi anfon neges destun atoch gyda chod diogelwch. Gall gymryd ychydig funudau i gyrraedd.
    .message = { $code } yw eich cod diogelwch: { $service }
townhall-security-code-code = Cod diogelwch
    .hint = Mae ganddo 5 rhif
    .it = y cod diogelwch

townhall-bank-details = Manylion cyfrif banc neu gymdeithas adeiladu
townhall-bank-details-account_name = Yr enw ar y cyfrif
    .it = yr enw ar y cyfrif
townhall-bank-details-sort_code = Cod didoli
    .hint = Rhaid iddo fod yn 6 digid
    .it = y cod didoli
townhall-bank-details-account_number = Rhif y cyfrif
    .hint = Rhaid iddo fod rhwng 6 ac 8 digid
    .it = eich rhif cyfrif
townhall-bank-details-roll_number = Rhif rôl y gymdeithas adeiladu (os oes gennych un)
    .hint = Mae ar eich cerdyn, eich cyfriflen neu eich llyfr cynilo
    .it = eich rhif rôl

townhall-names = Beth yw eich enw?
townhall-names-first_name = Enw cyntaf
    .it = eich enw cyntaf
townhall-names-middle_names = Enwau canol
    .it = eich enwau canol
townhall-names-last_name = Enw olaf
    .it = eich enw olaf

townhall-contact-phone = Ffôn
    .number = Ffôn:
    .welsh = Ffôn, yn Gymraeg:
    .charges = Gwybodaeth am gost galwadau
townhall-contact-email = E-bost
townhall-contact-form = Ffurflen ar-lein
townhall-contact-post = Post

townhall-accessibility = Datganiad hygyrchedd
    .about = Mae’r datganiad hwn am y gwasanaeth ‘{ $service }’. Mae’n cael ei redeg gan y sefydliad hwn: { $organisation }.
    .wants =
        Rydym am i gymaint o bobl â phosibl allu defnyddio’r gwasanaeth. Dylech allu:
        - newid lliwiau, cyferbyniad a ffontiau yn eich porwr
        - chwyddo hyd at 400% heb i destun fynd oddi ar y sgrin
        - defnyddio’r gwasanaeth cyfan gyda bysellfwrdd, gyda meddalwedd adnabod llais a gyda darllenydd sgrin

        Mae [AbilityNet](https://mcmw.abilitynet.org.uk) yn dweud sut i wneud eich dyfais yn haws ei defnyddio.
townhall-accessibility-contact = Dweud wrthym am broblem, neu ofyn am fformat arall
townhall-accessibility-enforcement = Os nad ydych yn fodlon ar ein hateb
    .body = Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018. [Cysylltwch â’r Gwasanaeth Cynghori a Chymorth Cydraddoldeb](https://www.equalityadvisoryservice.com).
townhall-accessibility-status = Pa mor hygyrch yw’r gwasanaeth
    .full = Mae’r gwasanaeth yn cydymffurfio’n llawn â fersiwn 2.2 o’r Canllawiau Hygyrchedd Cynnwys Gwe (WCAG), safon AA.
    .partial = Mae’r gwasanaeth yn cydymffurfio’n rhannol â fersiwn 2.2 o’r Canllawiau Hygyrchedd Cynnwys Gwe (WCAG), safon AA.
    .none = Nid yw’r gwasanaeth yn cydymffurfio â fersiwn 2.2 o’r Canllawiau Hygyrchedd Cynnwys Gwe (WCAG), safon AA.
townhall-accessibility-problems = Beth nad yw’n gweithio i rai pobl
townhall-accessibility-prepared = Sut y gwnaethom baratoi’r datganiad hwn
    .on = Gwnaethom ei baratoi ar { $date }.

townhall-safety = Cadw’n ddiogel ar-lein
    .body =
        Os oes angen i chi adael tudalen yn gyflym, dewiswch ‘Gadael y dudalen hon’, neu pwyswch y fysell Shift 3 gwaith. Bydd gwefan arall yn agor ar unwaith.

        Nid yw’r botwm yn dileu eich hanes: gall rhywun weld o hyd eich bod wedi bod yma.
    .history =
        # Cyn i chi fynd ymlaen
        - defnyddiwch ddyfais nad oes neb arall yn gallu ei defnyddio: mae rhai mewn llyfrgelloedd
        - defnyddiwch fodd preifat eich porwr
        - dilëwch hanes a chwcis eich porwr wedyn

townhall-create-account = Creu cyfrif
townhall-create-account-email = Cyfeiriad e-bost
    .hint = Byddwch yn ei ddefnyddio i fewngofnodi
    .it = eich cyfeiriad e-bost
townhall-create-account-password = Creu cyfrinair
    .hint = O leiaf 8 nod. Mae unrhyw beth yn iawn, bylchau hefyd
    .it = eich cyfrinair
townhall-create-password = Creu cyfrinair
townhall-create-password-password = Cyfrinair newydd
    .hint = O leiaf 8 nod. Mae unrhyw beth yn iawn, bylchau hefyd
    .it = eich cyfrinair

townhall-resend-code = Gofyn am god diogelwch newydd
    .body = Mae negeseuon testun weithiau’n cymryd ychydig funudau i gyrraedd. Os nad yw’ch un chi wedi dod, gallwch ofyn am god newydd. Mae’r un blaenorol yn dal i weithio.
    .button = Gofyn am god newydd
    .no-access = Nid yw’r ffôn gennyf
townhall-confirm-email = Cadarnhewch eich cyfeiriad e-bost
    .sent = Rydym wedi anfon e-bost i:
    .body =
        Dilynwch y ddolen ynddo i gadarnhau mai eich cyfeiriad chi ydyw. Mae’r ddolen yn gweithio am 24 awr.

        Os nad yw wedi cyrraedd ar ôl ychydig funudau, edrychwch ymhlith eich e-byst diangen.
    .again = Anfon yr e-bost eto
    .change = Defnyddio cyfeiriad e-bost arall
townhall-email-confirmed = Mae eich cyfeiriad e-bost wedi’i gadarnhau
    .body = Gallwch gau’r dudalen hon, neu fynd ymlaen o’r lle yr oeddech.
townhall-email-already-confirmed = Mae eich cyfeiriad e-bost eisoes wedi’i gadarnhau
    .body = Rydych wedi dilyn y ddolen hon o’r blaen. Nid oes angen i chi wneud dim.
townhall-email-link-expired = Mae’r ddolen wedi dod i ben
    .body = Mae’n gweithio am 24 awr, i gadw eich cyfrif yn ddiogel. Mewngofnodwch, a byddwn yn anfon un newydd atoch.
townhall-email-link-replaced = Nid yw’r ddolen yn gweithio mwyach
    .body = Rydym wedi anfon dolen fwy newydd atoch ers hynny, neu rydych wedi newid eich cyfeiriad e-bost. Defnyddiwch y ddolen yn ein he-bost diweddaraf.

townhall-payment = Talu
    .amount = Swm i’w dalu: { $amount }.
    .button = Talu nawr
townhall-payment-failed = Nid aeth eich taliad drwodd
    .body = Nid ydym wedi cymryd unrhyw arian. Gallwch roi cynnig arall arni, gyda’r un cerdyn neu gydag un arall.

townhall-find-address = Dod o hyd i’ch cyfeiriad
townhall-find-address-postcode = Cod post
    .it = eich cod post
townhall-find-address-building = Rhif neu enw’r adeilad
    .hint = Er enghraifft, 15 neu Prospect Cottage
    .it = eich ateb
townhall-choose-address = Dewiswch eich cyfeiriad
    .manual = Rhoi’r cyfeiriad â llaw
    .missing = Dewiswch eich cyfeiriad
townhall-no-address = Ni allem ddod o hyd i gyfeiriad
    .search = Chwilio eto

townhall-equality-skip = Mae’n well gennyf beidio â dweud
townhall-equality-disability = A oes gennych gyflwr neu salwch corfforol neu feddyliol sy’n para, neu a fydd yn para, 12 mis neu fwy?
    .yes = Oes
    .no = Nac oes
townhall-equality-ethnic-group = Beth yw eich grŵp ethnig?
    .white = Gwyn
    .traveller = Teithiwr Gwyddelig
    .roma = Roma
    .mixed = Grwpiau ethnig cymysg neu luosog
    .asian = Asiaidd neu Asiaidd Prydeinig
    .black = Du, Affricanaidd, Caribïaidd neu Ddu Prydeinig
    .african = Affricanaidd
    .caribbean = Caribïaidd neu Ddu
    .other = Grŵp ethnig arall
    .text = Sut fyddech chi’n disgrifio eich cefndir? (dewisol)
townhall-equality-religion = Beth yw eich crefydd neu eich cred?
    .none = Dim crefydd
    .christian = Cristion
    .buddhist = Bwdhydd
    .hindu = Hindŵ
    .jewish = Iddew
    .muslim = Mwslim
    .sikh = Sikh
    .pagan = Pagan
    .church-of-scotland = Eglwys yr Alban
    .church-of-ireland = Eglwys Iwerddon
    .roman-catholic = Catholig Rhufeinig
    .presbyterian = Presbyteraidd
    .methodist = Methodist
    .other-christian = Cristion arall
    .other = Unrhyw grefydd neu gred arall
    .text = Beth ydyw? (dewisol)
townhall-equality-sex = Beth yw eich rhyw?
    .female = Benyw
    .male = Gwryw
townhall-equality-gender = A yw’r rhywedd rydych yn uniaethu ag ef yr un fath â’ch rhyw a gofrestrwyd adeg eich geni?
    .yes = Ydy
    .other = Nac ydy
    .text = Beth yw eich hunaniaeth rhywedd? (dewisol)
townhall-equality-orientation = Pa un o’r rhain sy’n disgrifio eich cyfeiriadedd rhywiol?
    .straight = Heterorywiol neu strêt
    .gay = Hoyw neu lesbiaidd
    .bisexual = Deurywiol
    .other = Arall
    .text = Sut fyddech chi’n ei ddisgrifio? (dewisol)
townhall-equality-marriage = Beth yw eich statws priodasol neu bartneriaeth sifil cyfreithiol?
    .never = Erioed wedi priodi ac erioed wedi cofrestru partneriaeth sifil
    .married = Wedi priodi
    .partnership = Mewn partneriaeth sifil gofrestredig
    .separated = Wedi gwahanu, ond yn dal yn briod yn gyfreithiol
    .separated-partnership = Wedi gwahanu, ond yn dal mewn partneriaeth sifil yn gyfreithiol
    .divorced = Wedi ysgaru
    .dissolved = Mewn partneriaeth sifil gynt, sydd bellach wedi’i diddymu’n gyfreithiol
    .widowed = Gweddw
    .surviving = Partner sy’n goroesi o bartneriaeth sifil gofrestredig
