# What whole pages say by themselves, in English. `body` and the like are texts with paragraphs and lists (`markup::Prose`).

townhall-start-now = Start now
townhall-change = Change
townhall-remove = Remove
townhall-not-provided = Not provided
townhall-check-answers = Check your answers before you send them
townhall-send-your-answers = Send your answers
townhall-accept-and-send = Accept and send
townhall-confirm-and-send = Confirm and send
townhall-answers-missing = Some answers are missing. Follow the links above to give them, then come back to this page.
townhall-answer-question = Answer ‘{ $question }’
townhall-your-reference = Your reference number
townhall-what-happens-next = What happens next
townhall-keep-a-record = You can print this page, or save it, to keep a record.
townhall-feedback-link = What did you think of this service?
townhall-feedback-time = (takes 30 seconds)
townhall-view-confirmation = View your confirmation
townhall-start-again = Start again
    .body = You will go to the start of the service. We will not delete answers that you have not sent.

townhall-not-found = Page not found
    .body =
        If you typed the web address, check that it is right. If you pasted it, check that all of it is there.

        If you followed a link, the page may have moved. Go back to the start of the service to find it.
townhall-problem = Sorry, there is a problem with the service
    .body = Try again later.
    .not-saved = We could not save what you typed. It is still on this page. Wait a moment, then select the button again.
townhall-answers-kept = We have kept the answers that you gave before. You can go on from where you were.
townhall-session-ended = Your session has ended
    .body =
        We delete answers that nobody has come back to for a while, to keep them private.

        To use the service, you need to start again.
townhall-refused = We could not accept what you sent
    .body =
        It did not come from a page of this service.

        Go to the start of the service, and use it from there. The answers that you gave before are safe.
townhall-cookies-needed = Turn on cookies to use this service
    .body =
        The service uses a cookie to remember your answers from one page to the next. Without it we would lose them.

        Turn on cookies in your browser’s settings, then start again.
    .again = The service uses a cookie to remember your answers. Turn on cookies in your browser’s settings, then select the button again. What you typed is still on this page.
townhall-unreadable = We could not read what you sent
    .body =
        Some of it did not reach us.

        Go back, check what you typed, and send it again.
townhall-too-large = What you sent is too large
    .body = Go back, make long answers shorter or choose smaller files, and send it again.
townhall-already-sent = You have already sent your answers
    .body = We have them. You do not need to send them again.
townhall-answers-changed = The service has changed since you were last here
    .body = We need some of your answers again. They are marked as missing when you check your answers.

townhall-unavailable = Sorry, the service is unavailable
    .later = You will be able to use the service later.
    .until = You will be able to use the service from { $time }.
townhall-closed = The service is closed
    .opens = You will be able to use the service from { $time }.
    .since = The service closed on { $time }.
    .for-good = It will not open again.

townhall-task-completed = Completed
townhall-task-not-started = Not yet started
townhall-task-in-progress = In progress
townhall-task-cannot-start-yet = Cannot start yet

townhall-another-missing = Select yes if you want to add another
townhall-remove-missing = Select yes if you want to remove it

townhall-save = Save and come back later
townhall-saved = Your answers are saved
    .body =
        To come back to them, you need your reference and your secret. Write both down, or save this page. We cannot tell you the secret again.

        Do not give them to anybody: they open your answers.
    .again = To come back to them, you need your reference and the secret that we showed you when you first saved. We cannot show it again. If you do not have it, you can get a new secret: the one before will not work any more.
    .new-secret = Get a new secret
    .reference = Your reference
    .secret = Your secret
    .until = We will delete your answers on { $date } unless you save another answer before then.
    .link = Come back to your answers
    .go-on = Go on now
townhall-return = Come back to your answers
townhall-return-reference = Reference
    .hint = It has 10 letters and numbers, for example AB-2345-6789
    .it = your reference
townhall-return-secret = Secret
    .hint = It has 16 letters and numbers
    .it = your secret
    .error-not-found = We have no answers for this reference and secret. Check both. Answers that nobody comes back to are deleted
townhall-expiring = We will delete your answers on { $date }
    .body = If you need more time, we can keep them for longer.
    .button = Keep my answers

townhall-another-application = Start a new application
townhall-send-again = Check this page, then send it again
    .body = The page was open for a long time, or the service was open in another tab as well. So we have not saved anything from it yet. What you typed is still here.
townhall-signed-in-again = You have signed in again
    .body = We have not saved what you typed before that. It is still on this page. Check it, then select the button again.

townhall-idle =
    { $minutes ->
        [one] If you do nothing for 1 minute, we will close your answers to keep them private.
       *[other] If you do nothing for { $minutes } minutes, we will close your answers to keep them private.
    }
    .saved = You can open them again with your reference and your secret.
    .not-saved = To be able to open them again, select ‘Save and come back later’ before then.
    .lost = You would need to start again.
    .more = I need more time
    .title = Are you still there?
    .stay = Yes, I am still here
townhall-idle-soon =
    { $minutes ->
        [one] We will close your answers in 1 minute, to keep them private.
       *[other] We will close your answers in { $minutes } minutes, to keep them private.
    }
townhall-timed-out = We have closed your answers to keep them private
    .old = They were open for a very long time.
    .return = If you saved your answers, you can open them again with your reference and your secret. What you typed last is there as well.
    .lost = You need to start again.
townhall-timed-out-idle =
    { $minutes ->
        [one] Nothing was done for 1 minute.
       *[other] Nothing was done for { $minutes } minutes.
    }

townhall-leave = Leave this service
    .why = If other people use this device, leave the service. Nobody can then see your answers on it without your reference and your secret.
townhall-left = You have left the service
    .body =
        Your answers are saved. To come back to them, you need your reference and your secret.

        If other people use this device, close the browser as well.
townhall-replace = There are other answers in this browser
    .body = You have not sent them, and you have not saved them to come back to. If you open your saved answers, we will delete the ones that are here now.
    .saved = You have not sent them. If you open your saved answers, you can still come back to the ones that are here now with their own reference and secret.
    .open = Open my saved answers
    .stay = Go on with the answers in this browser
townhall-choose-answers = Which answers do you want to use?
    .body = You have answers in your account, and you have given others in this browser before you signed in. We will delete the ones that you do not choose.
    .person = Use the answers in my account
    .browser = Use the answers in this browser

townhall-cookies = Cookies
    .body = Cookies are small files that a website keeps on your phone, tablet or computer. This page says which ones this service uses.
townhall-cookies-on = Cookies on { $service }
townhall-cookies-essential = We use essential cookies to make this service work.
townhall-cookies-additional = We would also like to use additional cookies, to find out how people use the service and to make it better.
townhall-cookies-accept = Accept additional cookies
townhall-cookies-reject = Reject additional cookies
townhall-cookies-view = View cookies
townhall-cookies-hide = Hide cookie message
townhall-cookies-accepted = You have accepted additional cookies. You can
    .link = change your cookie settings
    .after = { " " }at any time.
townhall-cookies-rejected = You have rejected additional cookies. You can
    .link = change your cookie settings
    .after = { " " }at any time.
townhall-cookies-saved = Your cookie settings are saved
townhall-cookies-question = Do you want to accept additional cookies?
townhall-cookies-save = Save cookie settings
townhall-cookies-essential-heading = Essential cookies
    .body = The service does not work without them.
townhall-cookies-additional-heading = Additional cookies
    .body = If you agree, they help us find out what to make better.
townhall-cookie-name = Name
townhall-cookie-purpose = Purpose
townhall-cookie-expires = Expires
townhall-cookie-session = Remembers which answers are yours
    .expires = When you close your browser
townhall-cookie-language = Remembers your language
    .expires = After 1 year
townhall-cookie-choice = Remembers your cookie settings
    .expires = After 1 year

townhall-feedback = Give feedback on this service
townhall-feedback-satisfaction = Overall, how did you feel about the service?
    .it = how you felt about the service
    .option-very-satisfied = Very satisfied
    .option-satisfied = Satisfied
    .option-neither = Neither satisfied nor dissatisfied
    .option-dissatisfied = Dissatisfied
    .option-very-dissatisfied = Very dissatisfied
townhall-feedback-improve = How could we make the service better?
    .hint = Do not include personal or financial information, such as your National Insurance number
    .it = how we could make the service better
    .It = What you tell us
townhall-feedback-send = Send feedback
townhall-feedback-thanks = Thank you for your feedback
    .body = We read what people tell us, and use it to make the service better.

townhall-security-code = Check your phone
    .body = We sent you a text message with a security code. It can take a few minutes to arrive.
    .message = { $code } is your security code for: { $service }
townhall-security-code-code = Security code
    .hint = It has 5 numbers
    .it = the security code
    .It = The security code

townhall-bank-details = Bank or building society account details
townhall-bank-details-account_name = Name on the account
    .it = the name on the account
townhall-bank-details-sort_code = Sort code
    .hint = Must be 6 digits long
    .it = a sort code
townhall-bank-details-account_number = Account number
    .hint = Must be between 6 and 8 digits long
    .it = an account number
townhall-bank-details-roll_number = Building society roll number (if you have one)
    .hint = You can find it on your card, statement or passbook
    .it = the roll number
    .It = Building society roll number

townhall-names = What is your name?
townhall-names-first_name = First name
    .it = your first name
townhall-names-middle_names = Middle names
    .it = your middle names
townhall-names-last_name = Last name
    .it = your last name

townhall-contact-phone = Phone
    .number = Telephone:
    .welsh = Telephone, in Welsh:
    .charges = Find out about call charges
townhall-contact-email = Email
townhall-contact-form = Online form
townhall-contact-post = Post

townhall-accessibility = Accessibility statement
    .about = This statement is about the service ‘{ $service }’, which { $organisation } runs.
    .wants =
        We want as many people as possible to be able to use the service. You should be able to:
        - change colours, contrast and fonts in your browser
        - zoom in up to 400% without text running off the screen
        - use the whole service with a keyboard, with speech recognition and with a screen reader

        The charity [AbilityNet](https://mcmw.abilitynet.org.uk) says how to make your device easier to use.
townhall-accessibility-contact = Tell us about a problem, or ask for another format
townhall-accessibility-enforcement = If you are not happy with our answer
    .body = The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. [Contact the Equality Advisory and Support Service](https://www.equalityadvisoryservice.com).
townhall-accessibility-status = How accessible the service is
    .full = The service is fully compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2, standard AA.
    .partial = The service is partially compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2, standard AA.
    .none = The service is not compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2, standard AA.
townhall-accessibility-problems = What does not work for some people
townhall-accessibility-prepared = How we prepared this statement
    .on = We prepared it on { $date }.

townhall-safety = Staying safe online
    .body =
        If you need to leave a page quickly, select ‘Exit this page’, or press the Shift key 3 times. Another website opens at once.

        The button does not delete your history: somebody can still see that you were here.
    .history =
        # Before you go on
        - use a device that nobody else can use: a library has some
        - use your browser’s private or incognito mode
        - delete your browser’s history and cookies afterwards

townhall-create-account = Create an account
townhall-create-account-email = Email address
    .hint = You use it to sign in
    .it = your email address
townhall-create-account-password = Create a password
    .hint = At least 8 characters. Anything goes, spaces too
    .it = a password
    .It = Password
townhall-create-password = Create a password
townhall-create-password-password = New password
    .hint = At least 8 characters. Anything goes, spaces too
    .it = a password
    .It = Password

townhall-resend-code = Request a new security code
    .body = Text messages sometimes take a few minutes to arrive. If yours has not come, you can request a new code. The one before still works.
    .button = Request a new code
    .no-access = I do not have access to the phone
townhall-confirm-email = Confirm your email address
    .sent = We have sent an email to:
    .body =
        Follow the link in it to confirm that the address is yours. The link works for 24 hours.

        If it has not arrived after a few minutes, look among your unwanted emails.
    .again = Send the email again
    .change = Use another email address
townhall-email-confirmed = Your email address is confirmed
    .body = You can close this page, or go on where you were.
townhall-email-already-confirmed = Your email address is confirmed already
    .body = You followed this link before. You do not need to do anything.
townhall-email-link-expired = The link has expired
    .body = It works for 24 hours, to keep your account safe. Sign in, and we send you a new one.
townhall-email-link-replaced = The link does not work any more
    .body = We have sent you a newer link since, or you have changed your email address. Use the link in our latest email.

townhall-payment = Pay for it
    .amount = You pay { $amount }.
    .button = Pay now
townhall-payment-failed = Your payment did not go through
    .body = We have taken no money. You can try again, with the same card or another one.

townhall-find-address = Find your address
townhall-find-address-postcode = Postcode
    .it = your postcode
townhall-find-address-building = Building number or name
    .hint = For example, 15 or Prospect Cottage
    .it = the building number or name
townhall-choose-address = Select your address
    .manual = Enter the address yourself
    .missing = Select your address
townhall-no-address = We could not find an address
    .search = Search again

townhall-equality-skip = Prefer not to say
townhall-equality-disability = Do you have a physical or mental health condition or illness that lasts, or will last, 12 months or more?
    .yes = Yes
    .no = No
townhall-equality-ethnic-group = What is your ethnic group?
    .white = White
    .traveller = Irish Traveller
    .roma = Roma
    .mixed = Mixed or multiple ethnic groups
    .asian = Asian or Asian British
    .black = Black, African, Caribbean or Black British
    .african = African
    .caribbean = Caribbean or Black
    .other = Other ethnic group
    .text = How would you describe your background? (optional)
townhall-equality-religion = What is your religion or belief?
    .none = No religion
    .christian = Christian
    .buddhist = Buddhist
    .hindu = Hindu
    .jewish = Jewish
    .muslim = Muslim
    .sikh = Sikh
    .pagan = Pagan
    .church-of-scotland = Church of Scotland
    .church-of-ireland = Church of Ireland
    .roman-catholic = Roman Catholic
    .presbyterian = Presbyterian
    .methodist = Methodist
    .other-christian = Other Christian
    .other = Any other religion or belief
    .text = What is it? (optional)
townhall-equality-sex = What is your sex?
    .female = Female
    .male = Male
townhall-equality-gender = Is the gender you identify with the same as your sex registered at birth?
    .yes = Yes
    .other = No
    .text = What is your gender identity? (optional)
townhall-equality-orientation = Which of these describes your sexual orientation?
    .straight = Heterosexual or straight
    .gay = Gay or lesbian
    .bisexual = Bisexual
    .other = Other
    .text = How would you describe it? (optional)
townhall-equality-marriage = What is your legal marital or civil partnership status?
    .never = Never married and never registered in a civil partnership
    .married = Married
    .partnership = In a registered civil partnership
    .separated = Separated, but still legally married
    .separated-partnership = Separated, but still legally in a civil partnership
    .divorced = Divorced
    .dissolved = Formerly in a civil partnership which is now legally dissolved
    .widowed = Widowed
    .surviving = Surviving partner from a registered civil partnership
