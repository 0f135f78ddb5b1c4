permit = Apply for a resident parking permit
permit-phase = Beta
    .body = This is a new service. [Tell us what you think of it](/feedback).
permit-start = Apply for a resident parking permit
    .body =
        Use this service to park near your home in Northbridge.

        You can get one permit for up to 3 vehicles. How much it costs depends on how much your vehicles pollute.

        # What you need

        - your postcode
        - the registration number of each vehicle, and its emissions: they are in its log book (V5C)
        - your Council Tax account number, or a letter or bill that shows your address
    .after =
        It takes about 5 minutes.

        # Other ways to apply

        Call 01632 960 001, Monday to Friday, 9am to 5pm, or come to the Town Hall, 1 Bridge Street.
permit-contact = Call 01632 960 001, Monday to Friday, 9am to 5pm. Or write to [parking@northbridge.example](mailto:parking@northbridge.example).
permit-no-permit-needed = You do not need a permit
    .body =
        Everybody can park on the streets of Hillside ward, at any time, free of charge.

        You can [read about parking in Hillside](https://www.northbridge.example/hillside).
permit-not-in-northbridge = You cannot get a permit from Northbridge
    .body =
        Your postcode is not in the London Borough of Northbridge, so we cannot give you a permit.

        You can [find your own council](https://www.gov.uk/find-local-council). If you think that we are wrong, call 01632 960 001, Monday to Friday, 9am to 5pm.
permit-section-eligibility = Your home
permit-section-about-you = About you
permit-section-vehicles = Your vehicles
permit-section-permit = Your permit
permit-check = Check your answers before you apply
    .send = Apply for your permit
    .declaration =
        By sending these answers you confirm that:
        - they are correct, as far as you know
        - you live at this address
    .button = Accept and send
permit-confirmation = Application complete
    .next =
        We’ll check your answers, and send you a link to pay within 2 working days. Your permit starts when you have paid.

        If you have not heard from us by then, call 01632 960 001, Monday to Friday, 9am to 5pm.
permit-privacy = Privacy
    .body =
        We use what you tell us to decide whether you can have a permit, and to send it to you.

        # How long we keep it

        - answers that you do not send: 7 days
        - an application: 2 years after the permit ends

        # Your rights

        You can ask us what information we hold about you, and ask us to correct it. Write to [data@northbridge.example](mailto:data@northbridge.example). If you are not happy with our answer, you can [complain to the Information Commissioner](https://ico.org.uk).
permit-accessibility = Accessibility
    .testing = We tested every page with axe-core in Chromium, with script and without, at 320 pixels and at 1,000, with the keyboard alone, in English, Welsh and Urdu. People who use assistive technology have not tested it.
permit-visits-cookie = Counts how many people use the service
    .expires = After 1 year

prices = What your permit costs
    .length = How long
    .months = { $n } months
    .price = Price

home-postcode = What is your postcode?
    .hint = For example, NB1 4AB
    .it = your postcode
    .summary = Postcode

council-tax-pays = Do you pay Council Tax at this address?
    .hint = If you do, you do not need to prove that you live there
    .it = you pay Council Tax at this address
    .option-yes = Yes
    .option-no = No
    .summary = Pays Council Tax
council-tax-pays-yes-account = Council Tax account number
    .hint = It is on your bill, for example 7001234567
    .it = your Council Tax account number

about-you = About you
about-you-full_name = Full name
    .it = your full name
about-you-date_of_birth = Date of birth
    .hint = For example, 27 3 1984
    .it = your date of birth
about-you-address = Address
    .it = your address

contact-how = How should we contact you?
    .hint = We’ll contact you about this application only
    .it = how we should contact you
    .option-email = Email
    .option-phone = Phone
    .option-letter = Letter
    .option-letter-hint = It takes 5 working days longer
    .summary = How to contact you
contact-how-email = Email address
    .it = your email address
contact-how-phone = Phone number
    .it = your phone number

vehicle = Vehicle
    .list = { $count ->
        [one] You have added { $count } vehicle
       *[other] You have added { $count } vehicles
    }
    .card = Vehicle { $number }
    .another = Do you want to add another vehicle?
    .remove = Do you want to remove vehicle { $number }, { $item }?
vehicle-registration = Registration number
    .hint = For example, AB51 ABC
    .it = the registration number
vehicle-fuel = Fuel
    .it = the fuel
    .option-electric = Electric
    .option-petrol = Petrol or hybrid
    .option-diesel = Diesel
vehicle-fuel-petrol-emissions = CO2 emissions, in grams per kilometre
    .hint = It is the number at V.7 in the log book, for example 120
    .it = the CO2 emissions
    .It = CO2 emissions
    .summary = CO2 emissions (g/km)
vehicle-fuel-diesel-emissions = CO2 emissions, in grams per kilometre
    .hint = It is the number at V.7 in the log book, for example 120
    .it = the CO2 emissions
    .It = CO2 emissions
    .summary = CO2 emissions (g/km)

proof = Prove that you live at this address
    .body =
        Send us a letter or a bill that is not older than 3 months, and that shows your name and your address. It can be from:
        - a bank or building society
        - a company for gas, electricity, water or phones
        - a government department
proof-letter = Letter or bill
    .hint = A PDF or a photo, up to 10MB
    .it = a letter or bill

length = How long do you want the permit for?
length-months = Length of the permit
    .it = how long you want the permit for
    .option-3 = 3 months
    .option-6 = 6 months
    .option-12 = 12 months
