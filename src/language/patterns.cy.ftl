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
        Roedd y dudalen ar agor yn rhy hir, neu ni chafodd ei hanfon o’r gwasanaeth hwn.

        Ewch yn ôl, ail-lwythwch y dudalen, ac anfonwch hi eto. Mae’r atebion a roesoch ar dudalennau cynharach yn ddiogel.
townhall-cookies-needed = Galluogwch gwcis i ddefnyddio’r gwasanaeth hwn
    .body =
        Mae’r gwasanaeth yn defnyddio cwci i gofio eich atebion o un dudalen i’r llall. Hebddo byddem yn eu colli.

        Galluogwch gwcis yng ngosodiadau eich porwr, yna dechreuwch eto.
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
