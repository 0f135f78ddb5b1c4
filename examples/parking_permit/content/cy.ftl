permit = Gwneud cais am drwydded barcio i breswylwyr
permit-phase = Beta
    .body = Gwasanaeth newydd yw hwn. [Rhowch eich barn](/feedback).
permit-start = Gwneud cais am drwydded barcio i breswylwyr
    .body =
        Defnyddiwch y gwasanaeth hwn i barcio ger eich cartref yn Northbridge.

        Gallwch gael un drwydded ar gyfer hyd at 3 cherbyd. Mae’r pris yn dibynnu ar faint y mae eich cerbydau’n llygru.

        # Beth sydd ei angen arnoch

        - eich cod post
        - rhif cofrestru pob cerbyd, a’i allyriadau: maen nhw yn ei lyfr log (V5C)
        - rhif eich cyfrif treth gyngor, neu lythyr neu fil sy’n dangos eich cyfeiriad
    .after =
        Mae’n cymryd tua 5 munud.

        # Ffyrdd eraill o wneud cais

        Ffoniwch 01632 960 001, dydd Llun i ddydd Gwener, 9am i 5pm, neu dewch i Neuadd y Dref, 1 Bridge Street.
permit-contact = Ffoniwch 01632 960 001, dydd Llun i ddydd Gwener, 9am i 5pm. Neu ysgrifennwch at [parking@northbridge.example](mailto:parking@northbridge.example).
permit-no-permit-needed = Nid oes angen trwydded arnoch
    .body =
        Gall pawb barcio ar strydoedd ward Hillside, unrhyw bryd, am ddim.

        Gallwch [ddarllen am barcio yn Hillside](https://www.northbridge.example/hillside).
permit-not-in-northbridge = Ni allwch gael trwydded gan Northbridge
    .body =
        Nid yw eich cod post ym Mwrdeistref Northbridge yn Llundain, felly ni allwn roi trwydded i chi.

        Gallwch [ddod o hyd i’ch cyngor eich hun](https://www.gov.uk/find-local-council). Os ydych yn meddwl ein bod yn anghywir, ffoniwch 01632 960 001, dydd Llun i ddydd Gwener, 9am i 5pm.
permit-section-eligibility = Eich cartref
permit-section-about-you = Amdanoch chi
permit-section-vehicles = Eich cerbydau
permit-section-permit = Eich trwydded
permit-check = Gwiriwch eich atebion cyn i chi wneud cais
    .send = Gwneud cais am eich trwydded
    .declaration =
        Drwy anfon yr atebion hyn rydych yn cadarnhau:
        - eu bod yn gywir, hyd y gwyddoch
        - eich bod yn byw yn y cyfeiriad hwn
    .button = Derbyn ac anfon
permit-confirmation = Cais wedi’i gwblhau
    .next =
        Byddwn yn gwirio eich atebion, ac yn anfon dolen atoch i dalu o fewn 2 ddiwrnod gwaith. Bydd eich trwydded yn dechrau pan fyddwch wedi talu.

        Os nad ydych wedi clywed gennym erbyn hynny, ffoniwch 01632 960 001, dydd Llun i ddydd Gwener, 9am i 5pm.
permit-privacy = Preifatrwydd
    .body =
        Rydym yn defnyddio’r hyn rydych yn ei ddweud wrthym i benderfynu a gewch chi drwydded, ac i’w hanfon atoch.

        # Am faint o amser rydym yn ei gadw

        - atebion nad ydych yn eu hanfon: 7 diwrnod
        - cais: 2 flynedd ar ôl i’r drwydded ddod i ben

        # Eich hawliau

        Gallwch ofyn i ni pa wybodaeth sydd gennym amdanoch, a gofyn i ni ei chywiro. Ysgrifennwch at [data@northbridge.example](mailto:data@northbridge.example). Os nad ydych yn fodlon ar ein hateb, gallwch [gwyno i’r Comisiynydd Gwybodaeth](https://ico.org.uk).
permit-accessibility = Hygyrchedd
    .testing = Gwnaethom brofi pob tudalen gydag axe-core yn Chromium, gyda sgript a heb sgript, ar 320 picsel ac ar 1,000, gyda’r bysellfwrdd yn unig, yn Gymraeg, yn Saesneg ac yn Wrdw. Nid yw pobl sy’n defnyddio technoleg gynorthwyol wedi ei brofi.
permit-visits-cookie = Cyfrif faint o bobl sy’n defnyddio’r gwasanaeth
    .expires = Ar ôl 1 flwyddyn

prices = Beth yw cost eich trwydded
    .length = Hyd
    .months = { $n ->
        [zero] { $n } mis
        [one] { $n } mis
        [two] { $n } fis
        [few] { $n } mis
        [many] { $n } mis
       *[other] { $n } mis
    }
    .price = Pris

home-postcode = Beth yw eich cod post?
    .hint = Er enghraifft, NB1 4AB
    .it = eich cod post
    .summary = Cod post

council-tax-pays = Ydych chi’n talu’r dreth gyngor yn y cyfeiriad hwn?
    .hint = Os ydych, nid oes angen i chi brofi eich bod yn byw yno
    .option-yes = Ydw
    .option-no = Nac ydw
    .summary = Talu’r dreth gyngor
council-tax-pays-yes-account = Rhif y cyfrif treth gyngor
    .hint = Mae ar eich bil, er enghraifft 7001234567
    .it = eich rhif cyfrif treth gyngor

about-you = Amdanoch chi
about-you-full_name = Enw llawn
    .it = eich enw llawn
about-you-date_of_birth = Dyddiad geni
    .hint = Er enghraifft, 27 3 1984
    .it = eich dyddiad geni
about-you-address = Cyfeiriad
    .it = eich cyfeiriad

contact-how = Sut dylem gysylltu â chi?
    .hint = Byddwn yn cysylltu â chi am y cais hwn yn unig
    .option-email = E-bost
    .option-phone = Ffôn
    .option-letter = Llythyr
    .option-letter-hint = Mae’n cymryd 5 diwrnod gwaith yn hirach
    .summary = Sut i gysylltu â chi
contact-how-email = Cyfeiriad e-bost
    .it = eich cyfeiriad e-bost
contact-how-phone = Rhif ffôn
    .it = eich rhif ffôn

vehicle = Cerbyd
    .list = { $count ->
        [zero] Nid ydych wedi ychwanegu cerbyd
        [one] Rydych wedi ychwanegu { $count } cerbyd
        [two] Rydych wedi ychwanegu { $count } gerbyd
        [few] Rydych wedi ychwanegu { $count } cherbyd
        [many] Rydych wedi ychwanegu { $count } cherbyd
       *[other] Rydych wedi ychwanegu { $count } cerbyd
    }
    .card = Cerbyd { $number }
    .another = Ydych chi am ychwanegu cerbyd arall?
    .remove = Ydych chi am ddileu cerbyd { $number }, { $item }?
vehicle-registration = Rhif cofrestru
    .hint = Er enghraifft, AB51 ABC
    .it = y rhif cofrestru
vehicle-fuel = Tanwydd
    .it = y tanwydd
    .option-electric = Trydan
    .option-petrol = Petrol neu hybrid
    .option-diesel = Disel
vehicle-fuel-petrol-emissions = Allyriadau CO2, mewn gramau fesul cilometr
    .hint = Y rhif wrth V.7 yn y llyfr log, er enghraifft 120
    .it = yr allyriadau CO2
    .summary = Allyriadau CO2 (g/km)
vehicle-fuel-diesel-emissions = Allyriadau CO2, mewn gramau fesul cilometr
    .hint = Y rhif wrth V.7 yn y llyfr log, er enghraifft 120
    .it = yr allyriadau CO2
    .summary = Allyriadau CO2 (g/km)

proof = Profwch eich bod yn byw yn y cyfeiriad hwn
    .body =
        Anfonwch lythyr neu fil atom nad yw’n hŷn na 3 mis, ac sy’n dangos eich enw a’ch cyfeiriad. Gall fod gan:
        - fanc neu gymdeithas adeiladu
        - gwmni nwy, trydan, dŵr neu ffôn
        - adran o’r llywodraeth
proof-letter = Llythyr neu fil
    .hint = PDF neu lun, hyd at 10MB
    .it = eich llythyr neu’ch bil

length = Am faint o amser ydych chi am gael y drwydded?
length-months = Hyd y drwydded
    .option-3 = 3 mis
    .option-6 = 6 mis
    .option-12 = 12 mis
